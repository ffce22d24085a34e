// The whole of Lenig's script: htmx, and small comforts for pages that already work without it.
import "htmx.org/dist/htmx.min.js";
import "./autosave";
import "./follow";
import "./menus";
import "./planning";
import "./search";
import "./send_now";
import "./submit_once";

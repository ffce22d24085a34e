// A <details> that is a menu closes on Escape, on a click elsewhere, and when another opens.

const open_menus = () => document.querySelectorAll<HTMLDetailsElement>("details.lenig-menu[open]");

document.addEventListener("click", (event) => {
  for (const menu of open_menus()) if (!menu.contains(event.target as Node)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open_menus()) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
  }
});

document.addEventListener("focusin", (event) => {
  for (const menu of open_menus()) if (!menu.contains(event.target as Node)) menu.open = false;
});

// Reads a calendar with a program that is not ours, and compares it with what was written: texts, and moments in UTC.
//
//   node tests/support/read_calendar.mjs CALENDAR.ics EXPECTED.json
//
// EXPECTED holds, in the order of the calendar, {uid, sequence, summary, description, place, start, end, shown}: times with
// their offset, and the local time that clocks in the Netherlands show then (of the start, to the minute).
// Prints what differs, and ends with 1 when anything does.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [calendar_file, expected_file] = process.argv.slice(2);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(calendar_file, "utf8")));
const expected = JSON.parse(readFileSync(expected_file, "utf8"));
const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "short" });

const zones = calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid"));
const moment = (time) => time.toUnixTime() * 1000;

function compare(component, wanted) {
  const event = new ICAL.Event(component, { exceptions: [] });  // without them it looks through all others for each
  for (const name of ["dtstart", "dtend"]) {
    const zone = component.getFirstProperty(name).getFirstParameter("tzid");
    assert.ok(zone === undefined || zones.includes(zone), `the zone ${zone} stands nowhere`);
    assert.ok(zone !== undefined || component.getFirstPropertyValue(name).zone === ICAL.Timezone.utcTimezone, "a time without a zone");
  }
  assert.equal(event.uid, wanted.uid);
  assert.equal(event.sequence, wanted.sequence);
  assert.equal(event.summary, wanted.summary);
  assert.equal(event.description ?? "", wanted.description);
  assert.equal(event.location ?? "", wanted.place);
  assert.equal(moment(event.startDate), Date.parse(wanted.start), `start ${wanted.start}`);
  assert.equal(moment(event.endDate), Date.parse(wanted.end), `end ${wanted.end}`);
  assert.equal(clock.format(moment(event.startDate)), wanted.shown);
}

const events = calendar.getAllSubcomponents("vevent");
let wrong = 0;
assert.equal(events.length, expected.length);
for (const [index, component] of events.entries()) {
  try {
    compare(component, expected[index]);
  } catch (difference) {
    wrong += 1;
    if (wrong <= 5) console.log(`${difference.message}\n${component.toString()}\n`);
  }
}
console.log(`${events.length - wrong} agree, ${wrong} differ`);
process.exit(wrong === 0 ? 0 : 1);

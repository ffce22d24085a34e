// A mail server on this machine that takes everything, and writes down what it took before it says so.
//
//   node tests/support/smtp_server.mjs LOG
//
// A line of LOG is {connection, from, to, id}: of which connection, and the Message-ID. Addresses that begin with
// "nobody" it refuses for good, with "later" for now, and at "broken" it breaks the connection off. Says "ready PORT".

import { appendFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const [log] = process.argv.slice(2);

function refused(code, words) {
  return Object.assign(new Error(words), { responseCode: code });
}

const server = new SMTPServer({
  disabledCommands: ["AUTH", "STARTTLS"],
  disableReverseLookup: true,
  onRcptTo({ address }, session, answer) {
    if (address.startsWith("nobody")) return answer(refused(550, "5.1.1 no such mailbox"));
    if (address.startsWith("later")) return answer(refused(450, "4.2.1 not now"));
    return answer();
  },
  onData(stream, session, answer) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      if (rcptTo[0].address.startsWith("broken")) return answer(refused(421, "4.3.2 going away"));
      const head = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n")[0];
      const id = head.match(/^Message-Id:\s*<([^>]*)>/im)?.[1] ?? "";
      appendFileSync(log, `${JSON.stringify({ connection: session.id, from: mailFrom.address, to: rcptTo[0].address, id })}\n`);
      return answer();
    });
  },
});
server.on("error", () => {});  // a sender that was killed
server.listen(0, "127.0.0.1", () => console.log(`ready ${server.server.address().port}`));
process.on("SIGTERM", () => process.exit(0));

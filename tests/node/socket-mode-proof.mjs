// Proves the fake's Socket Mode with Slack's own client: what that client takes for Slack is Slack enough.
import { SocketModeClient, LogLevel } from "@slack/socket-mode";

const [url, token] = process.argv.slice(2);
const client = new SocketModeClient({ appToken: token, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: url } });
const heard = [];
const done = new Promise(resolve => {
  client.on("app_mention", async ({ event, ack }) => {
    heard.push(event.text);
    await ack();
    if (event.text.endsWith("end")) resolve();
  });
});
client.on("slash_commands", async ({ body, ack }) => {
  heard.push(body.command);
  await ack({ text: "working" });
});
await client.start();
await done;
await Promise.race([client.disconnect(), new Promise(resolve => setTimeout(resolve, 2000))]);
console.log(heard.length === 3 ? "PASS" : `heard ${heard.join(", ")}`);
process.exit(heard.length === 3 ? 0 : 1);

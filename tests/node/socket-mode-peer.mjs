// Slack's own client, acknowledging everything: what a bot built on it would do while its sockets are ended.
import { SocketModeClient, LogLevel } from "@slack/socket-mode";

const [url, token] = process.argv.slice(2);
const client = new SocketModeClient({ appToken: token, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: url } });
client.on("slack_event", async ({ ack }) => ack?.());
await client.start();

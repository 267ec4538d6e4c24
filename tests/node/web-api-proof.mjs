// Proves the fake Slack with Slack's own client: what that client takes for Slack is Slack enough.
import { WebClient, ErrorCode } from "@slack/web-api";
import assert from "node:assert/strict";

const [url, token, channel, user] = process.argv.slice(2);
const slack = new WebClient(token, { slackApiUrl: url, retryConfig: { retries: 2, minTimeout: 10, maxTimeout: 20 } });

const me = await slack.auth.test();
assert.equal(me.ok, true);
assert.match(me.user_id, /^U/);

const posted = await slack.chat.postMessage({ channel, text: "root", metadata: { event_type: "t", event_payload: { id: "1" } } });
const reply = await slack.chat.postMessage({ channel, thread_ts: posted.ts, text: "reply" });
await slack.chat.update({ channel, ts: posted.ts, text: "changed" });
await slack.reactions.add({ channel, timestamp: posted.ts, name: "eyes" });
const history = await slack.conversations.history({ channel, include_all_metadata: true });
assert.equal(history.messages.find(m => m.ts === posted.ts).text, "changed");
assert.equal(history.messages.find(m => m.ts === posted.ts).metadata.event_payload.id, "1");
const replies = await slack.conversations.replies({ channel, ts: posted.ts });
assert.deepEqual(replies.messages.map(m => m.ts), [posted.ts, reply.ts]);
const opened = await slack.conversations.open({ users: user });
assert.match(opened.channel.id, /^D/);
assert.equal((await slack.users.info({ user })).user.id, user);
await assert.rejects(slack.users.info({ user: "UNOBODY" }), e => e.code === ErrorCode.PlatformError && e.data.error === "user_not_found");
await assert.rejects(slack.chat.update({ channel, ts: "1.1", text: "x" }), e => e.data.error === "message_not_found");
await assert.rejects(new WebClient("xoxb-wrong", { slackApiUrl: url }).auth.test(), e => e.data.error === "invalid_auth");

// The fake was told to throttle the next call: the client must understand it and come back.
const limited = await slack.chat.postMessage({ channel, text: "after 429" });
assert.equal(limited.ok, true);
console.log("PASS");

// The smallest agent on Microsoft's own SDK: validates the channel's token, takes the activity, stores nothing, says nothing.
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const express = require("express");
const { CloudAdapter, authorizeJWT } = require("@microsoft/agents-hosting");

const { TENANT: tenantId, APP: clientId, AUTHORITY: authority, ISSUER: issuer, PORT: port } = process.env;
const connection = { clientId, tenantId, authority, issuers: [issuer] };
const known = { ...connection, connections: new Map([["serviceConnection", connection]]) };

// The adapter itself is anonymous: it fetches no token to answer with, since it does not answer.
const adapter = new CloudAdapter({});
const app = express();
app.use(express.json());
app.post("/api/messages", authorizeJWT(known), (request, response) => adapter.process(request, response, async () => {}));
app.listen(Number(port), "127.0.0.1");

// Says of each token, as Microsoft's own library for bots decides: accepted or refused. One JSON object a line in, one word a line out.
import { ChannelValidation, SimpleCredentialProvider } from "botframework-connector";
import { createInterface } from "node:readline";

const [metadata, appId] = process.argv.slice(2);
ChannelValidation.OpenIdMetadataEndpoint = metadata;
const credentials = new SimpleCredentialProvider(appId, "");
for await (const line of createInterface({ input: process.stdin })) {
  const { name, token, serviceUrl } = JSON.parse(line);
  try {
    await ChannelValidation.authenticateChannelTokenWithServiceUrl(`Bearer ${token}`, credentials, serviceUrl, "msteams");
    console.log(`${name} accepted`);
  } catch {
    console.log(`${name} refused`);
  }
}

const sample = JSON.parse(document.getElementById("sample").textContent);
const personSelect = document.getElementById("person");
const places = document.getElementById("places");
const posts = document.getElementById("posts");
const say = document.getElementById("say");
const text = document.getElementById("text");
const status = document.getElementById("status");
const dialog = document.getElementById("dialog");
const replying = document.getElementById("replying");
let place = null;
let thread = null;
let editing = null;
let loading = 0;

const person = () => sample.people.find(p => p.id === personSelect.value);
const words = (key, name) => sample.words[person().language === "fr" ? "fr" : "en"][key].replace("{0}", name);

function speak() {
  document.documentElement.lang = person().language === "fr" ? "fr" : "en";
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = words(element.dataset.words);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words(element.dataset.label));
}

async function send(path, body) {
  const answer = await fetch(`/playground/${path}`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ person: person().id, ...body }),
  });
  const type = answer.headers.get("content-type") || "";
  const content = type.includes("json") ? await answer.json() : await answer.text();
  if (!answer.ok && answer.status !== 422) status.textContent = typeof content === "string" ? content : words("failed");
  return { ok: answer.ok, status: answer.status, content };
}

function showPlaces() {
  const me = person();
  const connection = sample.connections.find(c => c.name === me.connection);
  const all = connection.channels.map(c => ({ id: c.id, title: `# ${c.title}` }));
  all.push({ id: `dm-${me.id}`, title: words("direct") });
  if (!all.some(p => p.id === place)) place = all[0].id;
  const atPlaces = places.contains(document.activeElement);
  places.replaceChildren(...all.map(p => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = p.title;
    button.dataset.place = p.id;
    button.setAttribute("aria-current", String(p.id === place));
    button.addEventListener("click", () => { place = p.id; top(); showPlaces(); });
    item.append(button);
    return item;
  }));
  if (atPlaces) places.querySelector("[aria-current=true]").focus();
  const here = all.find(p => p.id === place);
  document.getElementById("place-title").textContent = `${here.title} · ${connection.title}`;
  document.getElementById("text-label").textContent = words("messageAs", me.name);
  posts.replaceChildren();
  refresh();
}

// Only what changed is exchanged, so that a screen reader hears what is new and the keyboard keeps its place.
function merge(target, source) {
  const old = new Map([...target.children].map(e => [e.dataset.id || e.id, e]));
  let at = target.firstElementChild;
  for (const fresh of [...source.children]) {
    const key = fresh.dataset.id || fresh.id;
    const existing = key ? old.get(key) : null;
    if (existing) {
      old.delete(key);
      if (existing !== at) target.insertBefore(existing, at);
      if (existing.classList.contains("thread")) merge(existing, fresh);
      else if (existing.dataset.revision !== fresh.dataset.revision) existing.innerHTML = fresh.innerHTML, existing.dataset.revision = fresh.dataset.revision;
      at = existing.nextElementSibling;
    } else {
      target.insertBefore(fresh, at);
    }
  }
  for (const gone of old.values()) gone.remove();
}

async function refresh() {
  const turn = ++loading;
  const answer = await fetch(`/playground/posts?reader=${encodeURIComponent(person().id)}&place=${encodeURIComponent(place)}`);
  if (!answer.ok || turn !== loading) return;
  const holder = document.createElement("div");
  holder.innerHTML = await answer.text();
  if (turn !== loading) return;
  const atEnd = posts.scrollHeight - posts.scrollTop - posts.clientHeight < 80;
  merge(posts, holder);
  if (atEnd) posts.scrollTop = posts.scrollHeight;
}

function top() {
  thread = null;
  editing = null;
  replying.hidden = true;
}

function about(what) {
  replying.querySelector("span").textContent = what;
  replying.hidden = false;
  text.focus();
}

posts.addEventListener("click", async event => {
  const button = event.target.closest("button");
  if (!button) return;
  const data = button.dataset;
  if (data.reply) { top(); thread = Number(data.reply); about(words("replying")); }
  else if (data.edit) {
    top();
    editing = Number(data.edit);
    text.value = button.closest("article").querySelector("p").innerText;
    about(words("changing"));
  }
  else if (data.delete) await send("delete", { post: Number(data.delete) });
  else if (data.action) {
    const { ok, content } = await send("press", {
      post: Number(data.post), action: data.action, argument: data.argument || null, opensForm: data.form === "yes",
    });
    if (!ok) return;
    if (content.form) { dialog.innerHTML = content.form; dialog.showModal(); }
    else status.textContent = content.refusal || words("done");
  }
});

dialog.addEventListener("click", event => { if (event.target.closest("[data-close]")) dialog.close(); });
dialog.addEventListener("submit", async event => {
  event.preventDefault();
  const form = event.target;
  const { ok, status: code, content } = await send("submit", {
    form: form.dataset.formId, argument: form.dataset.argument || null, place, values: Object.fromEntries(new FormData(form)),
  });
  form.querySelectorAll(".fault").forEach(fault => { fault.textContent = ""; });
  if (code === 422) for (const [field, fault] of Object.entries(content)) document.getElementById(`field-${field}-fault`).textContent = fault;
  if (ok) { dialog.close(); status.textContent = words("sent"); }
});

say.addEventListener("submit", async event => {
  event.preventDefault();
  const typed = text.value;
  const { ok } = editing ? await send("edit", { post: editing, text: typed }) : await send("say", { place, thread, text: typed });
  if (!ok) return;
  text.value = "";
  status.textContent = words("sent");
  top();
});
text.addEventListener("keydown", event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); say.requestSubmit(); }
});
document.getElementById("stop-replying").addEventListener("click", () => { top(); text.focus(); });
personSelect.addEventListener("change", () => { top(); speak(); showPlaces(); });
new EventSource("/playground/changes").addEventListener("message", refresh);
speak();
showPlaces();

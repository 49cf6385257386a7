/* A file of the server as what its JSON says. */

export async function fetchJson(address) {
  const answer = await window.fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

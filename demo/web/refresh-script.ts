/**
 * The demo pages' only script: asks every other second whether the page has changed and reloads it then,
 * unless something is typed. Without script the pages have a link that does the same.
 */
export const refreshScript = `
const watched = document.currentScript?.dataset.watch;
let seen = null;
async function look() {
  try {
    const answer = await fetch(watched, { cache: 'no-store' });
    const now = answer.ok ? await answer.text() : seen;
    const typing = [...document.querySelectorAll('input[type=text], textarea')].some((field) => field.value !== '');
    if (seen !== null && now !== seen && !typing) location.reload();
    else seen = seen ?? now;
  } catch {
    // The demo world is restarting; the next look finds it again.
  }
}
if (watched) {
  look();
  setInterval(look, 2000);
}
`;

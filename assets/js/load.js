// Fetches what scripts look through: all products or shops of a language. Once; what failed may be tried again.
const files = {};

export const load = url => files[url] ??= fetch(url, {cache: "no-cache"}).then(answer => {
  if (!answer.ok) throw answer;
  return answer.json();
}).catch(fault => {
  delete files[url];
  throw fault;
});

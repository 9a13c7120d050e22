const form = document.querySelector('form');
const filter = () => {
  const words = form.words.value.toLowerCase();
  let shown = 0;
  for (const group of document.querySelectorAll('details')) {
    let left = 0;
    for (const article of group.querySelectorAll('article')) {
      const hide = (form.group.value && group.dataset.group !== form.group.value)
        || (form.verdict.value && article.dataset.verdict !== form.verdict.value)
        || (words && !article.textContent.toLowerCase().includes(words));
      article.hidden = Boolean(hide);
      left += hide ? 0 : 1;
    }
    group.hidden = left === 0;
    shown += left;
  }
  form.querySelector('output').textContent = shown + ' shown';
};
form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('submit', event => event.preventDefault());
filter();

"""What a tenant page keeps to, as far as the page itself can say (docs/tenant-conventions.md); the numbers are those there."""

from __future__ import annotations

# Fields that may stay empty without saying so: their page says when (how to reach somebody, words to look with).
UNMARKED = ["words", "name", "phone", "email", "extra", "text"]

BROKEN = """unmarked => {
  const wrong = [], say = (ok, what) => ok || wrong.push(what), all = (what, from = document) => [...from.querySelectorAll(what)];
  const main = document.querySelector('main'), h1 = all('h1'), first = h1[0], shown = one => one.checkVisibility({visibilityProperty: true});
  const before = (one, other) => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const text = one => one.innerText.replace(/\\s+/g, ' ').trim();
  const summary = document.querySelector('.utrecht-alert--summary'), step = document.querySelector('.portal-step');
  const nl = document.documentElement.lang === 'nl';

  say(h1.length === 1, `1: ${h1.length} headings of the page`);
  if (!first) return wrong;
  for (const label of all('h1 label, legend h1')) say(text(label), '1: an empty question');
  if (step) {
    const back = document.querySelector('.portal-back');
    say(back && before(back, first), '2: no way back above the question');
    say(document.title.includes(text(step)), `3: "${text(step)}" not in the title "${document.title}"`);
    say(!document.querySelector('progress, [role=progressbar]'), '3: a bar');
  }
  for (const form of all('form', main)) {
    if (all('input:not([type=hidden]), textarea, select', form).some(shown)) say(form.noValidate, '6: the browser judges');
  }
  say(!all('[required], [placeholder]:not([placeholder=""])').length, '4: required or placeholder');
  say(!all(':disabled', main).length, '10: something is switched off');
  for (const control of all('main :is(input:not([type=hidden], [type=radio], [type=checkbox]), textarea)')) {
    const label = control.labels[0], optional = label?.querySelector('.utrecht-form-label--optional');
    say(label, `4: no label: ${control.name}`);
    say(!label?.innerText.includes('*'), `4: an asterisk: ${control.name}`);
    if (!unmarked.includes(control.name))
      say(Boolean(optional) !== (control.ariaRequired === 'true'), `4: required or not? ${control.name}`);
    for (const id of (control.getAttribute('aria-describedby') || '').split(' ').filter(Boolean)) {
      const hint = document.getElementById(id);
      say(hint, `5: describes nothing: ${id}`);
      if (hint) say(before(label, hint) && before(hint, control), `5: ${id} not between label and box`);
      if (hint?.matches('.utrecht-form-field-description')) say(!hint.querySelector('a'), `5: a link in ${id}`);
    }
  }
  say(document.title.startsWith(nl ? 'Fout:' : 'Error:') === Boolean(summary), `7: title "${document.title}"`);
  if (summary) {
    say(summary.matches('[autofocus][tabindex="-1"]') && before(summary, first), '7: the summary does not get the focus, or not first');
    const beside = all('.utrecht-form-field-error-message').map(text).join(' | ');
    for (const link of all('a', summary)) {
      say(beside.includes(text(link)), `7: not beside the field: ${text(link)}`);
      say(document.getElementById(link.hash.slice(1)), `7: leads nowhere: ${text(link)}`);
    }
  }
  const bad = (text(main).match(/ongeldig|verplicht veld|oeps|sorry|invalid|oops|required field/i) || [])[0];
  say(!bad, `8: ${bad}`);
  for (const one of all('.portal-languages :is(button[name=language], [aria-current])'))
    say(one.lang && !one.querySelector('img, svg') && ['Nederlands', 'English'].includes(one.textContent.trim()), `19: ${one.textContent}`);
  say(document.documentElement.dir, '19: no direction');
  for (const area of all('textarea')) {
    say(area.dir === 'auto', `19: ${area.name} in one direction`);
    say(!area.hasAttribute('maxlength'), `21: ${area.name} cuts off`);
  }
  const help = document.querySelector('.portal-help');
  if (help) say(help.previousElementSibling.matches('header'), '15: help stands elsewhere');
  return wrong;
}"""

// Names what has no place on paper: what leads to other pages only, what is pressed, text that is pale on white.
() => {
    const shown = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
        && element.getClientRects().length > 0;
    const useless = [...document.querySelectorAll('.skip, body > header nav, body > footer nav, form, button, summary')]
        .filter(shown).map(element => `is printed: ${NAME(element)}`);
    const pale = [...document.querySelectorAll('body :is(h1, h2, h3, p, li, dt, dd, td, th, a, figcaption)')]
        .filter(element => shown(element) && element.textContent.trim() && !UNSEEN(element))
        .filter(element => CONTRAST(COLOUR(getComputedStyle(element).color), COLOUR('#fff')) < 4.5)
        .map(element => `is pale on paper: ${NAME(element)}`);
    return [...useless, ...pale];
}

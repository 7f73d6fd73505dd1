// Names what has no place on paper: what only leads to other pages, what is pressed, what is folded, pale text.
() => {
    const shown = element => element.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})
        && element.getClientRects().length > 0;
    const useless = [...document.querySelectorAll('.skip, body > header nav, body > footer nav, form, button:not(.zoom), .find-link')]
        .filter(shown).map(element => `is printed: ${NAME(element)}`);
    const pale = [...document.querySelectorAll('body :is(h1, h2, h3, p, li, dt, dd, td, th, a, figcaption)')]
        .filter(element => shown(element) && element.textContent.trim() && !UNSEEN(element))
        .filter(element => CONTRAST(COLOUR(getComputedStyle(element).color), COLOUR('#fff')) < 4.5)
        .map(element => `is pale on paper: ${NAME(element)}`);
    const folded = [...document.querySelectorAll('main details')]
        .filter(details => shown(details) && ![...details.children].some(part => part.localName !== 'summary' && shown(part)))
        .map(details => `stays folded on paper: ${NAME(details.querySelector('summary'))}`);
    const dark = [...document.querySelectorAll('picture source[media*=dark]')]
        .filter(source => matchMedia(source.media).matches).map(source => `is the dark picture on paper: ${source.srcset}`);
    const lost = [...document.querySelectorAll('main .gallery img:not([popover] *)')].filter(img => !shown(img))
        .map(img => `is a photo that paper lacks: ${img.alt}`);
    return [...useless, ...lost, ...dark, ...folded, ...pale];
}

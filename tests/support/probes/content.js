// Gives what readers came for: the headings and the addresses of the links in the main part, the page first.
() => {
    const shown = element => element.checkVisibility({checkVisibilityCSS: true});
    const parts = [...document.querySelectorAll('main :is(h1, h2, h3, h4, caption, figcaption, dt, th)')]
        .filter(shown).map(element => element.textContent.trim().replace(/\s+/g, ' '));
    const links = [...document.querySelectorAll('main a[href]')].filter(shown)
        .filter(link => link.host === location.host && !link.getAttribute('href').startsWith('#'))
        .map(link => link.pathname);
    return [location.pathname, ...new Set([...parts, ...links])];
}

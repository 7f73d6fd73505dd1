// Names controls that are shown, but that nothing but a script could make do something.
() => [...document.querySelectorAll('button, input:not([type=hidden]), select, textarea')]
    .filter(element => element.checkVisibility({checkVisibilityCSS: true}))
    .filter(element => !element.closest('form[action]') && !element.hasAttribute('popovertarget') && !element.hasAttribute('commandfor'))
    .map(NAME)

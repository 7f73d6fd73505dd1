// Loads pictures that otherwise come when they come near, and waits for them.
async () => {
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
}

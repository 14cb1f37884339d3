/**
 * Lets a textarea grow with its text (WebKitGTK has no field-sizing). Use as an attachment:
 * {@attach autosize}.
 */
export function autosize(area: HTMLTextAreaElement): () => void {
  const fit = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  fit();
  area.addEventListener('input', fit);
  // In the next frame: fitting inside the notification would notify again.
  const observer = new ResizeObserver(() => requestAnimationFrame(fit));
  observer.observe(area.parentElement ?? area);
  return () => {
    area.removeEventListener('input', fit);
    observer.disconnect();
  };
}

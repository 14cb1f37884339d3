/** Bytes an import takes; the core refuses more. */
const LIMIT = 20 * 1024 * 1024;

/** A file's text, in the encodings that spreadsheets write; null where it is too large. */
export async function textOfFile(file: Blob): Promise<string | null> {
  if (file.size > LIMIT) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

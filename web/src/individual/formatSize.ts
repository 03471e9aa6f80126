const bytesPerKilobyte = 1024;

/** A file's size in the unit that reads best. */
export function formatSize(bytes: number): string {
  const kilobytes = bytes / bytesPerKilobyte;
  return kilobytes < bytesPerKilobyte
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${Number((kilobytes / bytesPerKilobyte).toFixed(1))} MB`;
}

/** The service's bounds of evidence, so that a file it would refuse is not sent first. */
export const uploadLimits = {
  /** EvidenceLimits.SizeBytesMax. */
  sizeBytesMax: 10 * 1024 * 1024,
  /** ReserveEvidenceRequest.FileNameCharactersMax. */
  fileNameCharactersMax: 200,
  /** DeclarationLimits.EvidencePerYearMax. */
  filesPerYearMax: 20,
  /** DeclarationLimits.EvidenceMax. */
  filesMax: 60,
  /** DeclarationLimits.OpenUploadsMax. */
  openMax: 5,
} as const;

/** EvidenceType.All. */
export const uploadTypes = ["application/pdf", "image/jpeg", "image/png"] as const;

export type UploadType = (typeof uploadTypes)[number];

/** For a file chooser; phones convert what they photograph to one of these. */
export const uploadAccept = uploadTypes.join(",");

/** Why a file is not sent at all. */
export type UploadDefect = "empty" | "too-large" | "type" | "year-full" | "full";

const signatures: Readonly<Record<UploadType, readonly number[]>> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "image/png": [0x89, 0x50, 0x4e, 0x47],
};

const signatureBytes = 4;

/** The type that the first bytes show; null when it is none that is taken. The name and the system's word may lie. */
export async function typeOf(file: Blob): Promise<UploadType | null> {
  const first = new Uint8Array(await file.slice(0, signatureBytes).arrayBuffer());
  return uploadTypes.find((type) => signatures[type].every((byte, index) => first[index] === byte)) ?? null;
}

/** Cuts a name that is too long before its extension, as the service would refuse it whole. */
export function fittingName(name: string): string {
  const clean = name.trim() === "" ? "file" : name;
  if (clean.length <= uploadLimits.fileNameCharactersMax) {
    return clean;
  }
  const dot = clean.lastIndexOf(".");
  const extension = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : "";
  return clean.slice(0, uploadLimits.fileNameCharactersMax - extension.length) + extension;
}

import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";
import jpegFallback from "pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url&no-inline";

// Papers whose typefaces are not embedded (most of what offices scan and print) name their characters by these maps.
const characterMaps = import.meta.glob<string>("/node_modules/pdfjs-dist/cmaps/*.bcmap", {
  query: "?url&no-inline",
  import: "default",
  eager: true,
});

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;

class CharacterMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const address = characterMaps[`/node_modules/pdfjs-dist/cmaps/${name}.bcmap`];
    if (!address) {
      throw new Error(`There is no character map ${name}.`);
    }
    const response = await fetch(address);
    if (!response.ok) {
      throw new Error(`The character map ${name} was answered ${response.status}.`);
    }
    return { cMapData: new Uint8Array(await response.arrayBuffer()), isCompressed: true };
  }
}

/** A document that is open until it is destroyed. */
export type OpenPdf = pdfjs.PDFDocumentProxy;
export type PdfPage = pdfjs.PDFPageProxy;

/** Opens a PDF in a worker of our own origin: without scripts of the paper, without eval, without WebAssembly, as the policy wants. */
export function openPdf(bytes: ArrayBuffer) {
  return pdfjs.getDocument({
    data: bytes,
    CMapReaderFactory: CharacterMaps,
    // The name that is put behind it becomes a query that nobody reads.
    wasmUrl: `${jpegFallback}?/`,
    useWasm: false,
    useWorkerFetch: false,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: true,
  });
}

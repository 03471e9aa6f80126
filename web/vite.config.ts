import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// During development the API is that of a running ./run; the port can be another.
const front = process.env["CEACTORS_FRONT"] ?? "http://127.0.0.1:7071";

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, strictPort: true, proxy: { "/api": { target: front } } },
  build: {
    target: "es2022",
    manifest: true,
    sourcemap: false,
    // Every asset is a file of its own: a data: address would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // File servers know no type for the character maps of the PDF viewer, and do not serve what they do not know.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".bcmap"))
            ? "assets/[name]-[hash].bin"
            : "assets/[name]-[hash][extname]",
      },
    },
    reportCompressedSize: false,
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // Two cores are shared with the other tests.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});

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
    reportCompressedSize: false,
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // Two cores are shared with the other tests.
    maxWorkers: 2,
    testTimeout: 15_000,
  },
});

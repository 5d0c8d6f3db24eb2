import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The gateway during development; it serves the built files otherwise. */
const gateway = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  // Every file is served as it is: nothing inline, so that a strict content policy holds.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 600 },
  server: { host: '127.0.0.1', proxy: { '/api': gateway, '/docs': gateway, '/api-docs': gateway } },
  test: { environment: 'jsdom', include: ['src/**/*.test.{ts,tsx}'] },
});

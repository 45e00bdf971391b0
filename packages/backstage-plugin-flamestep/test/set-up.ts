import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/react';
import { vi } from 'vitest';

// Backstage's mocks of its APIs are written for jest, and ask for no more of it than this.
Object.assign(globalThis, { jest: vi });

// A first page takes long on a busy machine; who waits for it gives up later than a second.
configure({ asyncUtilTimeout: 10_000 });

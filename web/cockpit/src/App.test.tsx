import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from './App';
import { LanguageProvider } from './language/LanguageProvider';

/** A stream that the test speaks through. */
class Stream extends EventTarget {
  static CLOSED = 2;
  static last: Stream;
  onopen?: () => void;
  onerror?: () => void;
  readyState = 1;
  constructor(readonly url: string) {
    super();
    Stream.last = this;
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  tell(id: string, kind: string, text: string) {
    const line = { id, time: '2026-11-25T09:00:00Z', topic: 't', stream: 's', kind, text };
    this.dispatchEvent(new MessageEvent('event', { data: JSON.stringify(line) }));
  }
}

const figures = {
  placed: 3,
  confirmed: 2,
  cancelled: 0,
  rejected: 1,
  units: 7,
  revenue: [
    {
      gross: { amount: '59.97', currency: 'EUR' },
      net: { amount: '50.39', currency: 'EUR' },
      tax: { amount: '9.58', currency: 'EUR' },
    },
  ],
};
const day = { day: '2026-11-25', channel: 'ebay-de', figures };
let answers: Record<string, () => Response>;

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status });
}

beforeEach(() => {
  localStorage.setItem('kontor-language', 'en');
  answers = {
    'GET /api/status': () => json([{ service: 'order', instance: 1, ready: true }]),
    'GET /api/session': () => json({ user: 'user:manager' }),
    'GET /api/admin/analytics/sales': () => json({ days: [day], totals: figures }),
    'GET /api/admin/analytics/products': () => json({ items: [] }),
  };
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
    const answer = answers[`${request?.method ?? 'GET'} ${path.replace(/\?.*/, '')}`];
    return answer ? answer() : Promise.reject(new TypeError('no network'));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show() {
  render(
    <LanguageProvider>
      <App />
    </LanguageProvider>,
  );
}

it('a visitor sees what runs and a form, no figures', async () => {
  answers['GET /api/session'] = () => json({ title: 'Not signed in' }, 401);
  show();
  expect(await screen.findByLabelText('Password')).toBeTruthy();
  expect(await screen.findByText('Everything runs')).toBeTruthy();
  expect(screen.queryByText('Orders placed')).toBeNull();
});

it('a wrong password is told, a right one opens the page', async () => {
  answers['GET /api/session'] = () => json({}, 401);
  answers['POST /api/session'] = () => json({}, 401);
  show();
  fireEvent.submit((await screen.findByLabelText('Password')).closest('form') as HTMLFormElement);
  expect(await screen.findByText('User or password is wrong.')).toBeTruthy();
  answers['POST /api/session'] = () => json({ user: 'manager' });
  fireEvent.submit(screen.getByLabelText('Password').closest('form') as HTMLFormElement);
  expect(await screen.findByText('What happens right now')).toBeTruthy();
});

it('a manager sees today per channel', async () => {
  show();
  expect((await screen.findAllByText('€59.97')).length).toBe(2);
  expect(screen.getByText('2 confirmed · 1 rejected')).toBeTruthy();
  expect(screen.getByText('eBay')).toBeTruthy();
});

it('events come in, can be held back and filtered', async () => {
  show();
  await screen.findByText('What happens right now');
  act(() => Stream.last.onopen?.());
  act(() => Stream.last.tell('1', 'order.placed', 'Order 1042 placed'));
  act(() => Stream.last.tell('2', 'stock.level', 'Stock of TEE-1: 7 available'));
  expect(await screen.findByText('Order 1042 placed')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Stock' }));
  expect(screen.queryByText('Order 1042 placed')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'All' }));
  fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
  act(() => Stream.last.tell('3', 'order.confirmed', 'Order 1042 confirmed'));
  expect(await screen.findByText('1 new event')).toBeTruthy();
  expect(screen.queryByText('Order 1042 confirmed')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Resume' }));
  expect(await screen.findByText('Order 1042 confirmed')).toBeTruthy();
});

it('a lost connection is shown, and a session that is over asks for the password', async () => {
  show();
  await screen.findByText('What happens right now');
  act(() => Stream.last.onerror?.());
  expect((await screen.findAllByText('Connection lost, trying again …')).length).toBeGreaterThan(0);
  answers['GET /api/session'] = () => json({}, 401);
  act(() => Stream.last.onerror?.());
  expect(await screen.findByText('The session is over. Please sign in again.')).toBeTruthy();
  expect(Stream.last.readyState).toBe(Stream.CLOSED);
});

it('without an answer the gateway is shown as away', async () => {
  answers = {};
  show();
  expect(await screen.findByText(/The gateway does not answer/)).toBeTruthy();
});

it('the language can be changed at any time', async () => {
  show();
  await screen.findByText('What happens right now');
  fireEvent.click(screen.getByRole('button', { name: 'Deutsch' }));
  expect(await screen.findByText('Was gerade geschieht')).toBeTruthy();
  await waitFor(() => expect(Stream.last.url).toContain('lang=de'));
  expect(document.documentElement.lang).toBe('de');
});

import type { Money } from '../language/format';

/** Revenue in one currency. */
export type Revenue = { gross: Money; net: Money; tax: Money };

export type Figures = {
  placed: number;
  confirmed: number;
  cancelled: number;
  rejected: number;
  units: number;
  revenue: Revenue[];
};

/** `GET /api/admin/analytics/sales` */
export type Sales = {
  from: string;
  to: string;
  days: { day: string; channel: string; figures: Figures }[];
  totals: Figures;
};

/** `GET /api/admin/analytics/products` */
export type Articles = {
  items: { sku: string; title?: string; units: number; revenue: Revenue[] }[];
};

/** Whether anything at all was counted. */
export function isEmpty(figures: Figures): boolean {
  return figures.placed + figures.confirmed + figures.cancelled + figures.rejected === 0;
}

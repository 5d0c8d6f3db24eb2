/** One instance as `GET /api/status` tells it. */
export type InstanceStatus = { service: string; instance: number; ready: boolean };

/** A service with its instances. */
export type ServiceStatus = { service: string; instances: InstanceStatus[]; ready: boolean };

/** By service, in the order told. A service is ready when all of its instances are. */
export function grouped(instances: InstanceStatus[]): ServiceStatus[] {
  const services = new Map<string, InstanceStatus[]>();
  for (const instance of instances) {
    services.set(instance.service, [...(services.get(instance.service) ?? []), instance]);
  }
  return [...services].map(([service, all]) => ({
    service,
    instances: all,
    ready: all.every((one) => one.ready),
  }));
}

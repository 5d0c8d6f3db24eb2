import type { Polled } from '../http/usePolled';
import { clock } from '../language/format';
import { useLanguage } from '../language/LanguageProvider';
import type { Texts } from '../language/texts';
import { grouped, type InstanceStatus, type ServiceStatus } from './grouped';

/** What runs: every service with a light per instance. */
export function Services({ status }: { status: Polled<InstanceStatus[]> }) {
  const { texts, language } = useLanguage();
  return (
    <section className="card" aria-labelledby="services">
      <h2 id="services">{texts.services}</h2>
      {status.failure && (
        <p className="notice bad" role="alert">
          {texts.gatewayAway}
          {status.readAt && ` ${texts.lastSeen(clock(status.readAt, language))}`}
        </p>
      )}
      {status.value ? (
        <ServiceList services={grouped(status.value)} stale={Boolean(status.failure)} />
      ) : (
        !status.failure && <p className="quiet">{texts.loading}</p>
      )}
    </section>
  );
}

function ServiceList({ services, stale }: { services: ServiceStatus[]; stale: boolean }) {
  return (
    <ul className={stale ? 'services stale' : 'services'}>
      {services.map((service) => (
        <ServiceRow key={service.service} service={service} />
      ))}
    </ul>
  );
}

function ServiceRow({ service }: { service: ServiceStatus }) {
  const { texts } = useLanguage();
  return (
    <li>
      <span className="name">
        {serviceName(service.service, texts)} <small>{service.service}</small>
      </span>
      <span className="lights">
        {service.instances.map((one) => (
          <Light key={one.instance} instance={one} />
        ))}
        <span className={service.ready ? 'state good' : 'state bad'}>
          {service.ready ? texts.ready : texts.notReady}
        </span>
      </span>
    </li>
  );
}

function Light({ instance: one }: { instance: InstanceStatus }) {
  const { texts } = useLanguage();
  const state = `${texts.instance(one.instance)}: ${one.ready ? texts.ready : texts.notReady}`;
  return (
    <span
      role="img"
      className={one.ready ? 'light good' : 'light bad'}
      aria-label={state}
      title={state}
    />
  );
}

function serviceName(service: string, texts: Texts): string {
  const names: Record<string, string> = {
    catalog: texts.catalog,
    order: texts.order,
    inventory: texts.inventory,
    connector: texts.connector,
    analytics: texts.analytics,
  };
  return names[service] ?? service;
}

import { useLanguage } from '../language/LanguageProvider';

/** Where a newcomer goes from here. */
export function NextSteps() {
  const { texts } = useLanguage();
  const links = [
    { href: '/docs', name: texts.apiDocs, hint: texts.apiDocsHint },
    { href: '/api/shop/products', name: texts.shopApi, hint: texts.shopApiHint },
    { href: '/api/status', name: texts.statusApi, hint: texts.statusApiHint },
  ];
  const commands = [
    { command: './kontor import FILE', hint: texts.commandImport },
    { command: './kontor story', hint: texts.commandStory },
    { command: './kontor status', hint: texts.commandStatus },
    { command: './kontor audit', hint: texts.commandAudit },
    { command: './kontor logs', hint: texts.commandLogs },
  ];
  return (
    <section className="card" aria-labelledby="links">
      <h2 id="links">{texts.links}</h2>
      <ul className="links">
        {links.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.name}</a> <small>{link.hint}</small>
          </li>
        ))}
        <li>
          {texts.metrics} <small>{texts.metricsHint}</small>
        </li>
      </ul>
      <h3>{texts.commands}</h3>
      <ul className="links">
        {commands.map(({ command, hint }) => (
          <li key={command}>
            <code>{command}</code> <small>{hint}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

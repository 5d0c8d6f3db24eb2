package kontor.catalog.imports.format;

import kontor.catalog.imports.cell.DecimalMark;

/** How the cells of one file are to be read: what was asked for and what was found out. */
public record Reading(Options options, DecimalMark mark) {}

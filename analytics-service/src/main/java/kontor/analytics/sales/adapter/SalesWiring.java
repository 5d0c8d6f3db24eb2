package kontor.analytics.sales.adapter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import kontor.analytics.sales.SalesBooks;
import kontor.analytics.sales.SalesReport;
import kontor.analytics.sales.Titles;

/** The plain parts of the sales figures. */
@Singleton
final class SalesWiring {

  @Produces
  @Singleton
  SalesBooks salesBooks() {
    return new SalesBooks();
  }

  @Produces
  @Singleton
  SalesReport salesReport(SalesBooks books) {
    return new SalesReport(books);
  }

  @Produces
  @Singleton
  Titles titles() {
    return new Titles();
  }
}

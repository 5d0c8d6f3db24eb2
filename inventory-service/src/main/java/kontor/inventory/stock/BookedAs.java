package kontor.inventory.stock;

import kontor.contracts.OrderId;
import kontor.inventory.stock.StockCommand.TakeBack;

/** How a SKU remembers what was booked, so that it is not booked again. */
final class BookedAs {

  private BookedAs() {}

  static String returned(OrderId order, String rma) {
    return "return/" + order + "/" + rma;
  }

  static boolean isBooked(TakeBack back, StockLevel level) {
    return level.booked().contains(returned(back.order(), back.rma()));
  }

  static String scrapped(OrderId order, String rma) {
    return "scrap/" + order + "/" + rma;
  }

  /** The reservation lives on while this SKU's part of it is gone: a late repetition finds this. */
  static String spent(OrderId order) {
    return "order/" + order;
  }

  /** Nothing more comes of this line of a purchase order. */
  static String arrived(String line) {
    return "arrived/" + line;
  }
}

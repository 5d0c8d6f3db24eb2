package kontor.order.document.adapter;

import kontor.order.document.PdfFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF as the answer to a request; browsers show it under its name. */
final class PdfAnswer {

  private PdfAnswer() {}

  static ResponseEntity<byte[]> of(PdfFile pdf, String name) {
    ContentDisposition shown = ContentDisposition.inline().filename(name + ".pdf").build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
        .eTag(pdf.hash())
        .body(pdf.bytes());
  }
}

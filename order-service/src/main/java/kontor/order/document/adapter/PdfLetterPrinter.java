package kontor.order.document.adapter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import kontor.order.document.Letter;
import kontor.order.document.LetterPrinter;
import kontor.order.document.PdfFile;
import org.mustangproject.Invoice;
import org.springframework.stereotype.Component;

/**
 * Letters as PDF/A-3. The font (Source Sans Pro, SIL Open Font License) and the colour profile come
 * with Mustang. One page at a time, so that many requests do not take the memory of many pages;
 * nothing is loaded before the first.
 */
@Component
class PdfLetterPrinter implements LetterPrinter {

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private final ReentrantLock oneAtATime = new ReentrantLock();

  /** Made with the first page: what the renderer does is no news. */
  private static final class Quiet {
    static {
      XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    static PdfRendererBuilder builder() {
      return new PdfRendererBuilder();
    }
  }

  @Override
  public PdfFile print(Letter letter) {
    oneAtATime.lock();
    try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
      PdfRendererBuilder builder = Quiet.builder();
      font(builder, "SourceSansPro-Regular.ttf", REGULAR);
      font(builder, "SourceSansPro-Bold.ttf", BOLD);
      builder
          .usePdfAConformance(PdfAConformance.PDFA_3_B)
          .useColorProfile(bytes("/sRGB.icc"))
          .withProducer("Kontor")
          .withHtmlContent(LetterPage.of(letter), null)
          .toStream(pdf)
          .run();
      return new PdfFile(pdf.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot print '" + letter.title() + "'", e);
    } finally {
      oneAtATime.unlock();
    }
  }

  private static void font(PdfRendererBuilder builder, String file, int weight) {
    builder.useFont(
        () -> new ByteArrayInputStream(PlainFont.of(bytes("/fonts/" + file))),
        "letter",
        weight,
        FontStyle.NORMAL,
        true);
  }

  private static byte[] bytes(String resource) {
    try (InputStream content = Invoice.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new IllegalStateException("Mustang does not bring " + resource);
      }
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}

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
import javax.xml.transform.TransformerFactory;
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

  /** Made with the first page, for all that follow. */
  private static final class Press {
    private static final String FACTORY = "javax.xml.transform.TransformerFactory";

    private static final byte[] REGULAR_FONT = font("SourceSansPro-Regular.ttf");
    private static final byte[] BOLD_FONT = font("SourceSansPro-Bold.ttf");
    private static final byte[] COLOURS = bytes("/sRGB.icc");

    static {
      // what the renderer does is no news
      XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
      // Each file's description is written with a new factory, and for one without a name Java
      // looks through all jars: more than half of the time that an invoice took.
      if (System.getProperty(FACTORY) == null) {
        System.setProperty(FACTORY, TransformerFactory.newDefaultInstance().getClass().getName());
      }
    }

    static PdfRendererBuilder builder() {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      use(builder, REGULAR_FONT, REGULAR);
      use(builder, BOLD_FONT, BOLD);
      return builder.useColorProfile(COLOURS);
    }

    private static void use(PdfRendererBuilder builder, byte[] font, int weight) {
      builder.useFont(
          () -> new ByteArrayInputStream(font), "letter", weight, FontStyle.NORMAL, true);
    }

    private static byte[] font(String file) {
      return PlainFont.of(bytes("/fonts/" + file));
    }
  }

  @Override
  public PdfFile print(Letter letter) {
    oneAtATime.lock();
    try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
      Press.builder()
          .usePdfAConformance(PdfAConformance.PDFA_3_B)
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

package kontor.catalog.imports.adapter;

import com.fasterxml.uuid.Generators;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import kontor.access.web.RestAccessFilter;
import kontor.catalog.edit.Refused;
import kontor.catalog.imports.ImportLog;
import kontor.catalog.imports.ImportRun;
import kontor.catalog.imports.Imports;
import kontor.catalog.imports.format.Flaw;
import kontor.catalog.imports.format.StockCount;
import kontor.catalog.platform.PlatformSettings;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Product files of other shops: sent, followed, and what they say about stock. */
@Path("/api/admin/imports")
@Blocking
public final class ImportResource {

  private static final int SHOWN_REFUSALS = 200;
  private static final int MOST = 500;
  private static final int LATEST = 50;

  private final Imports imports;
  private final ImportLog log;
  private final PlatformSettings settings;

  ImportResource(Imports imports, ImportLog log, PlatformSettings settings) {
    this.imports = imports;
    this.log = log;
    this.settings = settings;
  }

  /** The latest imports, newest first. */
  public record Latest(List<ImportAnswer> items) {}

  /** A part of the list of refused rows. */
  public record Refusals(List<Flaw> items, int total, @Nullable String next) {}

  /**
   * A part of what the file says about stock.
   *
   * @param reference under which inventory is to count them, the same for the same file
   */
  public record Stock(String reference, List<StockCount> items, int total, @Nullable String next) {}

  /** Takes a file as one part of a form. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response form(
      @RestForm("file") @Nullable FileUpload file,
      @BeanParam ImportParameters parameters,
      @Context ContainerRequestContext request)
      throws IOException {
    if (file == null) {
      throw Refused.field("file", "is missing: the form needs a part with this name");
    }
    try (InputStream in = Files.newInputStream(file.uploadedFile())) {
      return start(in, file.fileName(), parameters, request);
    }
  }

  /** Takes a file as the body itself; the parameter filename says what it is called. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response body(
      InputStream in,
      @BeanParam ImportParameters parameters,
      @Context ContainerRequestContext request)
      throws IOException {
    return start(in, parameters.filename, parameters, request);
  }

  private Response start(
      InputStream in,
      @Nullable String name,
      ImportParameters parameters,
      ContainerRequestContext request)
      throws IOException {
    var options = parameters.options(settings.shop());
    String id = Generators.timeBasedEpochGenerator().generate().toString();
    Upload upload = Upload.store(in, Upload.folder(settings).resolve(id));
    String actor = RestAccessFilter.caller(request).subject();
    ImportRun run = imports.start(id, upload.path(), tidy(name), upload.sha256(), options, actor);
    return Response.accepted(ImportAnswer.of(run, List.of()))
        .location(URI.create("/api/admin/imports/" + id))
        .build();
  }

  @GET
  public Latest latest() {
    return new Latest(
        imports.latest(LATEST).stream().map(run -> ImportAnswer.of(run, List.of())).toList());
  }

  /** How far it is, and what became of the rows. */
  @GET
  @Path("/{id}")
  public ImportAnswer get(@PathParam("id") String id) {
    return ImportAnswer.of(find(id), log.flaws(id, 0, SHOWN_REFUSALS));
  }

  /** The refused rows with line, column and reason. */
  @GET
  @Path("/{id}/refusals")
  public Refusals refusals(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    ImportRun run = find(id);
    int from = number("cursor", cursor, 0, Integer.MAX_VALUE - MOST);
    List<Flaw> items = log.flaws(id, from, number("limit", limit, MOST, MOST));
    return new Refusals(
        items, run.flawCount(), next(from + items.size(), items.size(), run.flawCount()));
  }

  /** How many units of each article the file says there are. */
  @GET
  @Path("/{id}/stock")
  public Stock stock(
      @PathParam("id") String id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor) {
    ImportRun run = find(id);
    int from = number("cursor", cursor, 0, Integer.MAX_VALUE - MOST);
    List<StockCount> items = log.stock(id, from, number("limit", limit, MOST, MOST));
    return new Stock(
        run.reference(),
        items,
        run.stockCount(),
        next(from + items.size(), items.size(), run.stockCount()));
  }

  private ImportRun find(String id) {
    return imports.find(id).orElseThrow(() -> Refused.notFound("import " + id));
  }

  private static @Nullable String next(int from, int shown, int total) {
    return shown > 0 && from < total ? String.valueOf(from) : null;
  }

  private static int number(String field, @Nullable String text, int usual, int most) {
    if (text == null || text.isEmpty()) {
      return usual;
    }
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    int least = field.equals("limit") ? 1 : 0;
    if (number < least || number > most) {
      throw Refused.field(field, "must be from " + least + " to " + most);
    }
    return number;
  }

  /** For people to read, never a path. */
  private static String tidy(@Nullable String name) {
    String bare = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    return bare.isBlank() ? "products.csv" : bare.substring(0, Math.min(200, bare.length()));
  }
}

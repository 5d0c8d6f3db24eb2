package kontor.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.search.SearchResult.FacetCount;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values of a keyword field over all found documents, the most frequent first. */
final class FacetCounter implements CollectorManager<FacetCounter.Counts, List<FacetCount>> {

  /** More values than anybody reads. */
  static final int MOST_VALUES = 200;

  private final String field;

  FacetCounter(String field) {
    this.field = field;
  }

  @Override
  public Counts newCollector() {
    return new Counts(field);
  }

  @Override
  public List<FacetCount> reduce(Collection<Counts> counts) throws IOException {
    Map<String, Long> totals = new HashMap<>();
    for (Counts each : counts) {
      each.addTo(totals);
    }
    return totals.entrySet().stream()
        .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
        .limit(MOST_VALUES)
        .toList();
  }

  /** Counts ordinals per segment; their values are looked up once, at the end. */
  static final class Counts implements Collector {

    private final String field;
    private final List<Segment> segments = new ArrayList<>();

    Counts(String field) {
      this.field = field;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      SortedSetDocValues values = DocValues.getSortedSet(context.reader(), field);
      Segment segment = new Segment(values, new long[Math.toIntExact(values.getValueCount())]);
      segments.add(segment);
      return segment;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    void addTo(Map<String, Long> totals) throws IOException {
      for (Segment segment : segments) {
        for (int ordinal = 0; ordinal < segment.counts.length; ordinal++) {
          if (segment.counts[ordinal] > 0) {
            String value = segment.values.lookupOrd(ordinal).utf8ToString();
            totals.merge(value, segment.counts[ordinal], Long::sum);
          }
        }
      }
    }
  }

  /** One segment's values and how often each was found. */
  private static final class Segment implements LeafCollector {

    private final SortedSetDocValues values;
    private final long[] counts;

    Segment(SortedSetDocValues values, long[] counts) {
      this.values = values;
      this.counts = counts;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) throws IOException {
      if (values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
  }
}

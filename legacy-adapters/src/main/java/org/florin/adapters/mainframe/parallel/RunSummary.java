package org.florin.adapters.mainframe.parallel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.florin.adapters.mainframe.parallel.OutputFolder.OutputFile;
import org.florin.adapters.mainframe.parallel.OutputFolder.Written;

/**
 * What a run came to, for scripts: counts, sums and the SHA-256 of each file. The same input and
 * order give the same bytes.
 */
final class RunSummary {

  static final String NAME = "summary.json";

  private final Map<String, Object> content = new LinkedHashMap<>();
  private final Map<String, Object> steps = new LinkedHashMap<>();

  RunSummary(RunOrder order, boolean ascii) {
    content.put("mode", order.mode().code());
    content.put("encoding", ascii ? "ascii" : "cp037");
    content.put("post_clock", RunOrder.stamp(order.postClock()));
    content.put("interest_clock", RunOrder.stamp(order.interestClock()));
    content.put("interest_parm", order.interestParameter());
    content.put("report_from", order.reportFrom().toString());
    content.put("report_to", order.reportTo().toString());
    content.put("steps", steps);
  }

  void add(RunStep step, Ending ending) {
    Map<String, Object> told = new LinkedHashMap<>();
    switch (ending) {
      case Ending.Completed completed -> {
        told.put("ending", "completed");
        told.put("return_code", completed.returnCode());
        told.putAll(completed.figures());
      }
      case Ending.Abended abended -> {
        told.put("ending", "abended");
        told.put("abend_code", abended.code());
        told.put("record", abended.record());
        told.put("reason", abended.reason());
      }
    }
    steps.put(step.code(), told);
  }

  void write(OutputFolder folder, long differences) throws IOException {
    List<Map<String, Object>> files = new ArrayList<>();
    for (Written file : folder.written()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("name", file.name());
      if (file.recordLength() > 0) {
        told.put("record_length", file.recordLength());
        told.put("records", file.records());
      }
      told.put("bytes", file.bytes());
      told.put("sha256", file.sha256());
      files.add(told);
    }
    content.put("differences", differences);
    content.put("files", files);
    Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    try (OutputFile target = folder.beginBinary(NAME, 0)) {
      target.add((gson.toJson(content) + "\n").getBytes(StandardCharsets.UTF_8));
      target.finish();
    }
  }
}

package org.florin.adapters.mainframe.parallel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.florin.adapters.copybook.Layout;
import org.florin.adapters.copybook.Layouts;
import org.florin.adapters.mainframe.FileRecognition;
import org.florin.adapters.mainframe.RecordTranslation;
import org.florin.legacyfiles.FileKind;
import org.florin.legacyfiles.LegacyFormats.Recognition.Recognised;

/**
 * The files a run begins with. Master and daily files are told by their content, whatever they are
 * called; results of earlier runs by the names that runs give them.
 */
final class InputFolder {

  private static final Set<String> RESULTS =
      Set.of(
          PostingProgram.ACCOUNTS,
          PostingProgram.CATEGORIES,
          PostingProgram.TRANSACTIONS,
          PostingProgram.REJECTS,
          PostingProgram.SUSPENSE,
          InterestProgram.ACCOUNTS,
          InterestProgram.TRANSACTIONS,
          CombineProgram.TRANSACTIONS,
          ReportProgram.REPORT,
          StatementProgram.STATEMENTS,
          ExportProgram.EXPORT,
          Differences.NAME,
          RunSummary.NAME);

  private final Path folder;
  private final Map<FileKind, Path> byKind = new EnumMap<>(FileKind.class);
  private final Map<String, Path> results = new TreeMap<>();
  private Optional<Path> postedTransactions = Optional.empty();
  private Optional<Path> export = Optional.empty();

  private InputFolder(Path folder) {
    this.folder = folder;
  }

  static InputFolder of(Path folder) throws IOException {
    InputFolder input = new InputFolder(folder);
    try (Stream<Path> listed = Files.list(folder)) {
      for (Path file :
          listed
              .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList()) {
        input.add(file);
      }
    }
    return input;
  }

  private void add(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (RESULTS.contains(name)) {
      results.put(name, file);
      return;
    }
    byte[] head = RecordSource.head(file);
    if (FileRecognition.recognise(head) instanceof Recognised recognised) {
      Path before = byKind.putIfAbsent(recognised.kind(), file);
      if (before != null && Files.mismatch(before, file) >= 0) {
        throw new IOException(
            before.getFileName() + " and " + name + " are both " + recognised.kind().code());
      }
    } else if (FileRecognition.isPostedTransactions(head)) {
      postedTransactions = Optional.of(file);
    } else if (FileRecognition.isExport(head)) {
      export = Optional.of(file);
    }
  }

  /** Whether the daily file, or else the accounts, come in ASCII. */
  boolean isAscii() throws IOException {
    Path told = byKind.getOrDefault(FileKind.DAILY_TRANSACTIONS, byKind.get(FileKind.ACCOUNTS));
    return told != null
        && FileRecognition.encoding(RecordSource.head(told))
            .filter(encoding -> !encoding.isEbcdic())
            .isPresent();
  }

  RecordSource open(FileKind kind) throws IOException {
    return RecordSource.open(path(kind), RecordTranslation.layout(kind));
  }

  Path path(FileKind kind) throws IOException {
    Path file = byKind.get(kind);
    if (file == null) {
      throw new IOException(folder + " holds no file of " + kind.code());
    }
    return file;
  }

  /** The result of an earlier run. */
  Optional<Path> result(String name) {
    return Optional.ofNullable(results.get(name));
  }

  /** Transactions that the mainframe has posted, under whatever name. */
  RecordSource openTransactions() throws IOException {
    Layout layout = Layouts.TRANSACTION;
    return RecordSource.open(
        postedTransactions.orElseThrow(
            () -> new IOException(folder + " holds no posted transactions: run the step post")),
        layout);
  }

  Path exportFile() throws IOException {
    return export.orElseThrow(
        () -> new IOException(folder + " holds no export: run the step export"));
  }
}

package org.florin.portal.bank;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.florin.legacyfiles.FindImports;
import org.florin.legacyfiles.FindLegacyFiles;
import org.florin.legacyfiles.ImportView;
import org.florin.legacyfiles.LegacyFileView;

/** Files that came in and went out, and how their imports went. */
@Named
@ViewScoped
public class FilesPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int IMPORTS_SHOWN = 10;
  private static final int FILES_SHOWN = 100;

  @Inject FindImports findImports;
  @Inject FindLegacyFiles findFiles;

  private transient List<ImportView> imports = List.of();
  private transient List<LegacyFileView> files = List.of();

  @PostConstruct
  void open() {
    imports = findImports.latest(IMPORTS_SHOWN);
    files = findFiles.latest(FILES_SHOWN);
  }

  public List<ImportView> getImports() {
    return imports;
  }

  public List<LegacyFileView> getFiles() {
    return files;
  }
}

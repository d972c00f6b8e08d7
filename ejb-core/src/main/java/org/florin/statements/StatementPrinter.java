package org.florin.statements;

/** Makes paper of a page: a PDF that can be read aloud (PDF/UA, ISO 14289-1). */
public interface StatementPrinter {

  /**
   * @param xhtml a whole page, well-formed, with its title and language
   */
  byte[] print(String xhtml);
}

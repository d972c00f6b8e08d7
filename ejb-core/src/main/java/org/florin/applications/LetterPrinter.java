package org.florin.applications;

/** Makes paper of a letter: a PDF that can be read aloud (PDF/UA, ISO 14289-1). */
public interface LetterPrinter {

  /**
   * @param xhtml a whole page, well-formed, with its title and language
   */
  byte[] print(String xhtml);
}

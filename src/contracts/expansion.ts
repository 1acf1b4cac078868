/**
 * Begins the alternative text of an abbreviation on paper, before the words that it stands for. By it the stamp stage
 * finds in the PDF what the render stage has marked.
 */
export const EXPANSION = 'expansion:'

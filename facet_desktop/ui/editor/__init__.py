"""The program editor: library, outline and inspector of one patient's draft."""
